//! Area: how much of the sphere lies to the left of a ring.

use std::f64::consts::PI;

use crate::geo::Unit;

/// The area to the left of the closed ring, in steradians, 0 to 4π: a ring walked the other way
/// has the rest of the sphere on its left.
pub fn left_area(ring: &[Unit]) -> f64 {
    let Some((&origin, others)) = ring.split_first() else {
        return 0.0;
    };
    // A fan of triangles from the first corner; those on the ring's right count negative.
    let fan = others
        .windows(2)
        .map(|edge| excess(origin, edge[0], edge[1]));
    fan.sum::<f64>().rem_euclid(4.0 * PI)
}

/// The signed area of a triangle, positive when counter-clockwise seen from outside.
/// Eriksson, "On the measure of solid angles", 1990.
fn excess(a: Unit, b: Unit, c: Unit) -> f64 {
    let dot = |a: Unit, b: Unit| a.x * b.x + a.y * b.y + a.z * b.z;
    let triple = a.x * (b.y * c.z - b.z * c.y)
        + a.y * (b.z * c.x - b.x * c.z)
        + a.z * (b.x * c.y - b.y * c.x);
    2.0 * triple.atan2(1.0 + dot(a, b) + dot(b, c) + dot(c, a))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::LonLat;

    const OCTANT: [(f64, f64); 3] = [(0.0, 0.0), (90.0, 0.0), (0.0, 90.0)];

    fn area(corners: impl IntoIterator<Item = (f64, f64)>) -> f64 {
        let ring = corners.into_iter().map(|(lon, lat)| LonLat { lon, lat });
        left_area(&ring.map(Unit::from).collect::<Vec<_>>())
    }

    #[test]
    fn an_octant_is_an_eighth_of_the_sphere_and_backwards_the_rest() {
        assert!((area(OCTANT) - PI / 2.0).abs() < 1e-12);
        assert!((area(OCTANT.into_iter().rev()) - PI * 3.5).abs() < 1e-12);
    }

    #[test]
    fn a_ring_eastwards_round_the_north_pole_has_the_pole_on_its_left() {
        let parallel = |lat: f64| (0..360).map(move |lon| (f64::from(lon), lat));
        let cap = |lat: f64| 2.0 * PI * (1.0 - lat.to_radians().sin());
        assert!((area(parallel(60.0)) - cap(60.0)).abs() < 1e-3);
        assert!((area(parallel(-80.0)) - cap(-80.0)).abs() < 1e-3);
    }

    #[test]
    fn nothing_has_no_area() {
        assert!(area([]) < 1e-12);
    }
}
