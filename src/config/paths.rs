//! Where kabar's files lie.

use std::ffi::OsString;
use std::path::PathBuf;

/// The folders of one person on one machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paths {
    /// What may be shared between machines: the config, and the marks.
    pub config: PathBuf,
    /// What belongs to this machine alone: its name, and the library.
    pub data: PathBuf,
    /// What `~` stands for.
    pub home: Option<PathBuf>,
}

/// Nobody says where files should lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no home directory: set KABAR_CONFIG_DIR and KABAR_DATA_DIR")]
pub struct NoHome;

impl Paths {
    /// `KABAR_CONFIG_DIR` and `KABAR_DATA_DIR` where they are set; else what the
    /// system has for it (`~/.config/kabar` and `~/.local/share/kabar` on Linux,
    /// by the XDG base directories).
    pub fn find(env: impl Fn(&str) -> Option<OsString>) -> Result<Self, NoHome> {
        let set = |name| env(name).filter(|it| !it.is_empty()).map(PathBuf::from);
        let system = directories::ProjectDirs::from("", "", "kabar");
        let config = set("KABAR_CONFIG_DIR").or_else(|| Some(system.as_ref()?.config_dir().to_owned()));
        let data = set("KABAR_DATA_DIR").or_else(|| Some(system.as_ref()?.data_local_dir().to_owned()));
        let home = directories::BaseDirs::new().map(|it| it.home_dir().to_owned());
        Ok(Self { config: config.ok_or(NoHome)?, data: data.ok_or(NoHome)?, home })
    }

    /// The config, which need not exist.
    pub fn config_file(&self) -> PathBuf {
        self.config.join("config.toml")
    }

    /// The feeds that are followed; need not exist.
    pub fn feeds_file(&self) -> PathBuf {
        self.config.join("feeds.toml")
    }

    /// The logins for servers; need not exist.
    pub fn credentials_file(&self) -> PathBuf {
        self.config.join("credentials.toml")
    }

    /// The folder of the marks, which need not exist.
    pub fn state(&self) -> PathBuf {
        self.config.join("state")
    }
}
