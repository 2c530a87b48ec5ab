import { C as _isoDate, n as ZodISODateTime, t as ZodISODate, w as _isoDateTime } from "./schemas.js";
function datetime(params) {
	return _isoDateTime(ZodISODateTime, params);
}
function date(params) {
	return _isoDate(ZodISODate, params);
}
export { datetime as n, date as t };
