import { r as __exportAll } from "./rolldown-runtime.js";
import { A as _isoDate, M as _isoDuration, N as _isoTime, i as ZodISOTime, j as _isoDateTime, n as ZodISODateTime, r as ZodISODuration, t as ZodISODate } from "./schemas.js";
var iso_exports = /* @__PURE__ */ __exportAll({
	ZodISODate: () => ZodISODate,
	ZodISODateTime: () => ZodISODateTime,
	ZodISODuration: () => ZodISODuration,
	ZodISOTime: () => ZodISOTime,
	date: () => date,
	datetime: () => datetime,
	duration: () => duration,
	time: () => time
});
function datetime(params) {
	return _isoDateTime(ZodISODateTime, params);
}
function date(params) {
	return _isoDate(ZodISODate, params);
}
function time(params) {
	return _isoTime(ZodISOTime, params);
}
function duration(params) {
	return _isoDuration(ZodISODuration, params);
}
export { datetime as n, iso_exports as r, date as t };
