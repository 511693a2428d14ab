//! Format: the layout of the basemap file, and the words that its writer and reader share.
//!
//! ```text
//! file      levels, from coarse to fine
//! level     "SMBM", version (1 byte), number of bytes of the body, body,
//!           checksum of the level's bytes before it (4 bytes, little-endian)
//! body      name: length and UTF-8; min_radius;
//!           west, south, east, north (signed, degrees); grid steps per degree;
//!           number of arcs, arcs; points of all arcs;
//!           number of countries, countries; land: polygons; lakes: polygons
//! arc       number of points * 4, plus 2 if it ends where it begins, plus 1 if it is hidden
//! point     steps north, steps east, from the point before it in the level, the first from 0, 0; the
//!           last of an arc that ends where it begins is left out
//! country   code (2 bytes; two zeros for none); polygons
//! polygons  their number, for each the number of its rings, for each the number of its arcs, uses
//! use of    n * 2, plus 1 if it is walked backwards; n = 0: the next arc that no ring has used
//! an arc    yet, so arcs are in the order of their first use; else n - 1, taken as signed, says how
//!           many arcs after the one used last
//! ```
//!
//! Each level is complete in itself, so a file cut between two levels is two files: a page loads the
//! coarse world first and the rest when it is needed.
//!
//! Numbers are LEB128: seven bits a byte, low bits first. Signed ones are zigzag (0, -1, 1, -2, ...).
//! Most steps are short, so a **step** is one signed byte, or [`LONG_STEP`] and a signed number:
//! on the 110m world that is 4 % smaller after brotli than LEB128 throughout. Steps east take the
//! shorter way round, so a line across 180° is nothing special; towards the poles, where meridians run
//! together, they are longer ([`eastward`]).
//!
//! A **hidden** arc lies out of the bounds of a region and closes its shapes: filled, never stroked. Coasts and
//! borders are not stored: they follow from how many countries use an arc.

/// The first bytes of every basemap.
pub const MAGIC: [u8; 4] = *b"SMBM";

/// The only version that is read; the first had one envelope for all levels, the second no
/// lakes and steps that were longer to write.
pub const VERSION: u8 = 3;

/// The byte that announces a step too long for one byte.
pub const LONG_STEP: i8 = i8::MIN;

/// FNV-1a, 32 bits. Each round is invertible, so altering any one byte alters the sum.
pub fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |sum, &byte| {
        (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

/// The longitude, in grid steps, brought to -180° up to but not including 180°.
pub fn wrapped(lon: i64, per_degree: i64) -> i64 {
    (lon + 180 * per_degree).rem_euclid(360 * per_degree) - 180 * per_degree
}

/// The length of a step east at a latitude, in grid steps: about as long on the ground as elsewhere.
/// Longitudes are multiples of it.
pub fn eastward(lat: i64, per_degree: i64) -> i64 {
    match lat.abs() / per_degree {
        ..60 => 1,
        60..75 => 2,
        _ => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checksum_agrees_with_the_published_fnv_vectors() {
        assert_eq!(checksum(b""), 0x811c_9dc5);
        assert_eq!(checksum(b"foobar"), 0xbf9c_f968);
    }

    #[test]
    fn a_step_east_is_half_to_twice_as_long_as_one_north_up_to_80_degrees() {
        for lat in -80_i64..=80 {
            let on_ground = eastward(lat * 30, 30) as f64 * (lat as f64).to_radians().cos();
            assert!((0.5..=1.1).contains(&on_ground), "{on_ground} at {lat}");
        }
    }

    #[test]
    fn the_antimeridian_has_one_longitude() {
        assert_eq!(wrapped(180 * 50, 50), -180 * 50);
        assert_eq!(wrapped(-180 * 50, 50), -180 * 50);
        assert_eq!(wrapped(-181 * 50, 50), 179 * 50);
    }
}
