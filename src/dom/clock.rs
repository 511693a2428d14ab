//! Clock: what day it is, by the browser's clock. Where there is no browser, there is none.

use js_sys::Date;

use crate::story::Day;

/// The day, where the reader is.
pub fn today() -> Option<Day> {
    let now = now()?;
    let [month, day] = [now.get_month() + 1, now.get_date()].map(|part| part.to_le_bytes()[0]);
    Day::new(now.get_full_year().cast_signed(), month, day)
}

fn now() -> Option<Date> {
    cfg!(target_arch = "wasm32").then(Date::new_0)
}
