//! Canvas: a picture as one buffer of numbers, so that drawing is one call into the page and not one
//! for each point. `paint` in `static/story-map.js` reads it.

use crate::model::picture::{Layer, Style};

/// Writes the layers one after another: style, number of pieces, then each piece: 1 for an outline
/// or 0 for a line, number of points, x, y, x, y, …
pub fn write(layers: &[Layer], buffer: &mut Vec<f32>) {
    buffer.clear();
    for layer in layers {
        let style = Style::ALL.iter().position(|&style| style == layer.style);
        buffer.push(number(style.unwrap_or_default()));
        buffer.push(number(layer.paths.ends.len()));
        let mut start = 0;
        for &(end, closed) in &layer.paths.ends {
            buffer.push(f32::from(u8::from(closed)));
            buffer.push(number(end - start));
            buffer.extend(layer.paths.points[start..end].iter().flatten());
            start = end;
        }
    }
}

/// A count as a float, exact below 2^24: far more points than a frame has.
fn number(count: usize) -> f32 {
    count as f32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::picture::Paths;

    #[test]
    fn layers_are_written_one_after_another() {
        let layers = [
            Layer {
                style: Style::Sea,
                paths: Paths {
                    points: vec![[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]],
                    ends: vec![(3, true)],
                },
            },
            Layer {
                style: Style::Coast,
                paths: Paths {
                    points: vec![[7.0, 8.0], [9.0, 10.0], [11.0, 12.0], [13.0, 14.0]],
                    ends: vec![(2, false), (4, false)],
                },
            },
        ];
        let mut buffer = vec![99.0];
        write(&layers, &mut buffer);
        assert_eq!(
            buffer,
            [
                0.0, 1.0, 1.0, 3.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, //
                6.0, 2.0, 0.0, 2.0, 7.0, 8.0, 9.0, 10.0, 0.0, 2.0, 11.0, 12.0, 13.0, 14.0,
            ]
        );
    }
}
