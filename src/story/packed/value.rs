//! Values: how what a story is made of is packed.

use super::{Packed, Packer, Unpacker};
use crate::geo::LonLat;
use crate::story::Lang;
use crate::story::geometry::Geometry;
use crate::story::texts::Texts;

impl Packed for String {
    fn pack(&self, to: &mut Packer) {
        to.text(self);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        from.text().to_owned()
    }
}

impl<T: Packed> Packed for Option<T> {
    fn pack(&self, to: &mut Packer) {
        to.number(usize::from(self.is_some()));
        if let Some(value) = self {
            value.pack(to);
        }
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        (from.byte() != 0).then(|| T::unpack(from))
    }
}

impl<T: Packed> Packed for Vec<T> {
    fn pack(&self, to: &mut Packer) {
        to.number(self.len());
        for item in self {
            item.pack(to);
        }
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        let count = from.count();
        (0..count).map(|_| T::unpack(from)).collect()
    }
}

impl Packed for Texts {
    fn pack(&self, to: &mut Packer) {
        to.number(usize::from(!self.is_empty()));
        if !self.is_empty() {
            let (lang, text) = self.best(to.lang, &to.languages);
            lang.pack(to);
            to.text(text);
        }
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        if from.byte() == 0 {
            return Self::default();
        }
        Self::only(Lang::unpack(from), from.text())
    }
}

impl Packed for LonLat {
    fn pack(&self, to: &mut Packer) {
        for degrees in [self.lon, self.lat] {
            to.bytes(&degrees.to_le_bytes());
        }
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        let mut degrees = || f64::from_le_bytes(from.take(8).try_into().unwrap_or_default());
        let (lon, lat) = (degrees(), degrees());
        Self::new(lon, lat).unwrap_or_else(|| {
            from.fail();
            Self { lon: 0.0, lat: 0.0 }
        })
    }
}

/// A point is a line of one.
impl Packed for Geometry {
    fn pack(&self, to: &mut Packer) {
        match self {
            Self::Point(point) => vec![*point].pack(to),
            Self::Line(points) => points.pack(to),
        }
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        let points = Vec::unpack(from);
        match points.as_slice() {
            &[point] => Self::Point(point),
            _ => Self::Line(points),
        }
    }
}
