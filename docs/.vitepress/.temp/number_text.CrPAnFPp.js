function withMinus(text) {
  return text.replace("-", "−");
}
function countText(count) {
  return count.toLocaleString("en-US");
}
function percentText(part) {
  return `${(100 * part).toFixed(1)} %`;
}
function powerOfTen(power) {
  const digits = [...String(Math.abs(power))].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]);
  return `10${power < 0 ? "⁻" : ""}${digits.join("")}`;
}
function shortText(value) {
  return isPlain(value) ? withMinus(String(Number(value.toPrecision(3)))) : powerText(value);
}
function measuredText(value, digits = 3) {
  return isPlain(value) ? withMinus(value.toPrecision(digits)) : powerText(value);
}
function fixedText(value, digits = 3) {
  if (!(Math.abs(value) < 1e4)) return powerText(value);
  return withMinus((Object.is(value, -0) ? 0 : value).toFixed(digits));
}
const isPlain = (value) => Math.abs(value) >= 1e-3 && Math.abs(value) < 1e3;
function powerText(value) {
  if (value === 0) return "0";
  if (!Number.isFinite(value)) return "not finite";
  const [factor, power] = value.toExponential(1).split("e");
  return `${withMinus(factor)} · ${powerOfTen(Number(power))}`;
}
export {
  percentText as a,
  countText as c,
  fixedText as f,
  measuredText as m,
  powerOfTen as p,
  shortText as s,
  withMinus as w
};
