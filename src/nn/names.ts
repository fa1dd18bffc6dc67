/** What the classes of targets and the columns of inputs are called. */
export interface Names {
  /** Names of the classes, by number. */
  readonly classNames?: readonly string[];
  /** Names of the columns of the inputs. */
  readonly featureNames?: readonly string[];
}
