/** The file of ARC4 alone has the type of the package. */
declare module 'seedrandom/seedrandom.js' {
  export { default } from 'seedrandom';
}
