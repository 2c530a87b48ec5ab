import { S as _isoDateTime, n as ZodISODateTime, t as ZodISODate, x as _isoDate } from "./schemas.js";
function datetime(params) {
	return _isoDateTime(ZodISODateTime, params);
}
function date(params) {
	return _isoDate(ZodISODate, params);
}
export { datetime as n, date as t };
