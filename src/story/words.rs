//! Words: a fixed choice of values, each written as one word in the file.

/// A word that is none of the choice.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected {expected}, found \"{found}\"")]
pub struct NotOneOf {
    /// The words of the choice.
    pub expected: String,
    /// The word found.
    pub found: String,
}

/// Words as a fault lists them: the first dozen, then a sign that there are more.
pub(super) fn one_of<'a>(what: &str, words: impl IntoIterator<Item = &'a str>) -> String {
    let mut list = String::from(what);
    for (index, word) in words.into_iter().enumerate() {
        if index == 12 {
            list.push_str(" …");
            break;
        }
        list.push_str(if index == 0 { " " } else { ", " });
        list.push_str(word);
    }
    list
}

/// Declares a choice once: the enum, its words both ways, and how the file's reader and schema see it.
macro_rules! words {
    (
        $(#[doc = $doc:literal])*
        pub enum $name:ident { $( $(#[$meta:meta])* $variant:ident = $word:literal, )+ }
    ) => {
        $(#[doc = $doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $( $(#[$meta])* $variant, )+ }

        impl $name {
            /// Every value, in the order declared.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The word for it in the file.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::story::words::NotOneOf;

            fn from_str(word: &str) -> Result<Self, Self::Err> {
                match word {
                    $($word => Ok(Self::$variant),)+
                    _ => Err($crate::story::words::NotOneOf {
                        expected: <Self as $crate::story::format::Format>::expected(),
                        found: word.to_owned(),
                    }),
                }
            }
        }

        impl $crate::story::format::Format for $name {
            type Out = Self;

            fn expected() -> String {
                $crate::story::words::one_of("one of", [$($word),+])
            }

            fn read(json: $crate::story::json::Json<'_>, at: &mut $crate::story::cursor::Cursor) -> Option<Self> {
                let word = json.text().and_then(|word| word.parse().ok());
                word.or_else(|| at.fault(Self::expected(), &json))
            }
        }

        impl $crate::story::packed::Packed for $name {
            fn pack(&self, to: &mut $crate::story::packed::Packer) {
                to.number(*self as usize);
            }

            fn unpack(from: &mut $crate::story::packed::Unpacker<'_>) -> Self {
                from.one_of(Self::ALL)
            }
        }

        impl $crate::story::written::Written for $name {
            fn write(&self, to: &mut String) {
                $crate::story::written::quote(to, self.code());
            }
        }

        #[cfg(feature = "schema")]
        $crate::story::schema::definition!($name, concat!($($doc),*), |_| { "enum": [$($word),+] });
    };
}
pub(super) use words;
