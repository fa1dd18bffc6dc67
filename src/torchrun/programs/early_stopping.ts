/** `early_stopping.py`: the rule of `earlyStopping`, watching the validation loss. */
export const EARLY_STOPPING_PROGRAM = `"""Early stopping: ends the training when the validation loss has not fallen for long enough."""
import settings


class EarlyStopping:
    """Two marks are kept: the best loss, to whose weights the training returns, and the one to be beaten by
    more than MIN_DELTA, on which patience hangs."""

    def __init__(self, waiting, best_weights):
        self.waiting = waiting or {
            "best": None,
            "mark": None,
            "markedAt": None,
            "last": 0,
            "waited": 0,
        }
        self.best_weights = best_weights

    def state(self):
        """What it has to know to continue; None where nothing is to stop."""
        return None if settings.PATIENCE is None else self.waiting

    def observe(self, loss, epoch, iteration, network):
        """Takes note of a validation."""
        if settings.PATIENCE is None:
            return
        waiting = self.waiting
        # Comparisons that nan fails: it is never better.
        if loss < (float("inf") if waiting["best"] is None else waiting["best"]["value"]):
            waiting["best"] = {"value": loss, "epoch": epoch, "iteration": iteration}
            if settings.RESTORE_BEST:
                weights = network.state_dict()
                self.best_weights = {name: value.clone() for name, value in weights.items()}
        mark = float("inf") if waiting["mark"] is None else waiting["mark"]
        if loss < mark - settings.MIN_DELTA:
            waiting.update(mark=loss, markedAt=iteration, waited=0)
        else:
            waiting["waited"] += 1
        if waiting["markedAt"] is None:
            waiting["markedAt"] = iteration
        waiting["last"] = iteration

    def is_over(self):
        """Whether patience has run out."""
        if settings.PATIENCE is None or self.waiting["markedAt"] is None:
            return False
        if settings.PATIENCE_UNIT == "validations":
            return self.waiting["waited"] >= settings.PATIENCE
        since = self.waiting["last"] - self.waiting["markedAt"]
        return since / settings.ITERATIONS_PER_EPOCH >= settings.PATIENCE

    def reason(self):
        """Why it has ended the training, in words; None where it has not."""
        if not self.is_over():
            return None
        count, unit = settings.PATIENCE, settings.PATIENCE_UNIT
        unit = unit[:-1] if count == 1 else unit
        best = self.waiting["best"]
        since = (
            "it has never been a number"
            if best is None
            else f"the best was {best['value']:.6g} at epoch {best['epoch']}, iteration {best['iteration']}"
        )
        return f"validation.loss has not improved for {count} {unit}: {since}"
`;
