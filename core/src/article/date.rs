//! When an article was published.

use std::fmt;

/// A moment, with the offset in which its source gave it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// Seconds since 1970-01-01T00:00:00Z.
    pub seconds: i64,
    /// Seconds east of UTC.
    pub offset: i32,
}

impl Date {
    /// A moment in UTC.
    pub fn utc(seconds: i64) -> Self {
        Self { seconds, offset: 0 }
    }

    /// Year, month (1–12), day (1–31), hour, minute and second on the clock of
    /// the place that the date was given for. Hinnant's `civil_from_days`
    /// (<https://howardhinnant.github.io/date_algorithms.html>).
    pub fn civil(self) -> (i64, u8, u8, u8, u8, u8) {
        let local = self.seconds.saturating_add(i64::from(self.offset));
        let (days, rest) = (local.div_euclid(86_400), local.rem_euclid(86_400));
        let z = days + 719_468;
        let (era, doe) = (z.div_euclid(146_097), z.rem_euclid(146_097));
        let yoe = (doe - doe / 1_460 + doe / 36_524 - doe / 146_096) / 365;
        let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
        let mp = (5 * doy + 2) / 153;
        let day = doy - (153 * mp + 2) / 5 + 1;
        let month = if mp < 10 { mp + 3 } else { mp - 9 };
        let year = yoe + era * 400 + i64::from(month <= 2);
        let small = |n: i64| u8::try_from(n).unwrap_or(0);
        (year, small(month), small(day), small(rest / 3600), small(rest / 60 % 60), small(rest % 60))
    }
}

/// RFC 3339: `2026-11-14T08:30:00+07:00`.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day, hour, minute, second) = self.civil();
        write!(f, "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}")?;
        match self.offset {
            0 => write!(f, "Z"),
            east => {
                let minutes = east.unsigned_abs() / 60;
                write!(f, "{}{:02}:{:02}", if east < 0 { '-' } else { '+' }, minutes / 60, minutes % 60)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_print_as_rfc_3339() {
        assert_eq!(Date::utc(0).to_string(), "1970-01-01T00:00:00Z");
        assert_eq!(Date { seconds: 1_794_623_400, offset: 25_200 }.to_string(), "2026-11-14T09:30:00+07:00");
        assert_eq!(Date { seconds: -1, offset: -12_600 }.to_string(), "1969-12-31T20:29:59-03:30");
        assert_eq!(Date::utc(951_782_400).to_string(), "2000-02-29T00:00:00Z");
    }
}
