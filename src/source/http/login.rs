//! User names and passwords, by the server that they were given for.

use std::error::Error;
use std::fmt;

/// What a server is told to know who asks. Never shown: [`fmt::Debug`] leaves
/// both out.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Login {
    pub user: String,
    pub password: String,
}

impl fmt::Debug for Login {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Login(…)")
    }
}

/// Something that knows logins.
pub trait Logins: fmt::Debug + Send + Sync {
    /// The login for a server, by scheme, host and port (`https://news.example`,
    /// `http://news.example:8080`). May block, for it may ask a program. An error
    /// says nothing that is secret.
    fn login(&self, origin: &str) -> Result<Option<Login>, Box<dyn Error + Send + Sync>>;
}
