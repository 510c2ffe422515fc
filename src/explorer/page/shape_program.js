// Draws a node as one of a few shapes, filled, as a ring or crossed, with an outer ring where one is asked for.

import { NodeProgram } from "sigma/rendering";
import { floatColor } from "sigma/utils";
import { shapes } from "./looks.js";

const vertex = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec4 a_ring;
attribute vec2 a_position;
attribute float a_size;
attribute float a_form; // shape + 16 * fill
attribute float a_angle;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
varying vec4 v_color;
varying vec4 v_ring;
varying vec2 v_place;
varying float v_pixel;
varying float v_form;
const float bias = 255.0 / 254.0;
const float room = 1.5; // for the outer ring
void main() {
  float radius = a_size * u_correctionRatio / u_sizeRatio * 2.0;
  vec2 offset = radius * room * 2.0 * vec2(cos(a_angle), sin(a_angle));
  gl_Position = vec4((u_matrix * vec3(a_position + offset, 1)).xy, 0, 1);
  v_place = offset / radius;
  v_pixel = u_correctionRatio * 2.0 / radius;
  v_form = a_form;
  v_ring = a_ring;
  v_ring.a *= bias;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
}`;

const fragment = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying vec4 v_ring;
varying vec2 v_place;
varying float v_pixel;
varying float v_form;
uniform vec4 u_ground;

float triangle(vec2 p) {
  const float k = sqrt(3.0);
  p.x = abs(p.x) - 1.0;
  p.y = p.y + 1.0 / k;
  if (p.x + k * p.y > 0.0) p = vec2(p.x - k * p.y, -k * p.x - p.y) / 2.0;
  p.x -= clamp(p.x, -2.0, 0.0);
  return -length(p) * sign(p.y);
}

float distance_to(float shape, vec2 p) {
  vec2 q = abs(p);
  if (shape < 0.5) return length(p) - 1.0;
  if (shape < 1.5) return max(q.x, q.x * 0.5 + q.y * 0.8660254) - 0.93;
  if (shape < 2.5) return max(q.x, q.y) - 0.86;
  if (shape < 3.5) return triangle(p * 0.95 + vec2(0.0, 0.12)) - 0.06;
  if (shape < 4.5) return (q.x + q.y - 1.18) * 0.7071;
  if (shape < 5.5) return triangle(vec2(p.x, -p.y) * 0.95 + vec2(0.0, 0.12)) - 0.06;
  return max(max(q.x, q.y), (q.x + q.y) * 0.7071) - 0.93;
}

void main(void) {
  float fill = floor(v_form / 16.0);
  float shape = v_form - 16.0 * fill;
  float away = distance_to(shape, v_place);
  #ifdef PICKING_MODE
  gl_FragColor = away > v_pixel ? vec4(0.0) : v_color;
  #else
  float soft = v_pixel;
  vec4 inner = v_color;
  if (fill > 0.5) {
    float rim = max(0.2, 1.6 * v_pixel);
    inner = mix(v_color, u_ground, smoothstep(-rim + soft, -rim - soft, away));
    if (fill > 1.5) {
      float line = abs(v_place.x - v_place.y) * 0.7071 - rim * 0.5;
      inner = mix(v_color, inner, smoothstep(-soft, soft, line));
    }
  }
  vec4 color = mix(inner, vec4(0.0), smoothstep(-soft, soft, away));
  float outer = abs(away - max(0.24, 2.5 * v_pixel)) - max(0.07, 0.9 * v_pixel);
  vec4 ring = vec4(v_ring.rgb * v_ring.a, v_ring.a) * (1.0 - smoothstep(-soft, soft, outer));
  gl_FragColor = color + ring * (1.0 - color.a);
  #endif
}`;

const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
const colourOf = (text) => {
  const number = Number.parseInt(text.slice(1), 16);
  return [(number >> 16) / 255, ((number >> 8) & 255) / 255, (number & 255) / 255, 1];
};

export const ground = { colour: "#ffffff" }; // what shows through a ring

export class ShapeProgram extends NodeProgram {
  getDefinition() {
    return {
      VERTICES: 3,
      VERTEX_SHADER_SOURCE: vertex,
      FRAGMENT_SHADER_SOURCE: fragment,
      METHOD: TRIANGLES,
      UNIFORMS: ["u_sizeRatio", "u_correctionRatio", "u_matrix", "u_ground"],
      ATTRIBUTES: [
        { name: "a_position", size: 2, type: FLOAT },
        { name: "a_size", size: 1, type: FLOAT },
        { name: "a_form", size: 1, type: FLOAT },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_ring", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_angle", size: 1, type: FLOAT }],
      CONSTANT_DATA: [[0], [(2 * Math.PI) / 3], [(4 * Math.PI) / 3]],
    };
  }

  processVisibleItem(index, start, data) {
    const { array } = this;
    array[start++] = data.x;
    array[start++] = data.y;
    array[start++] = data.size;
    array[start++] = (shapes[data.shape] ?? 0) + 16 * (data.fill ?? 0);
    array[start++] = floatColor(data.color);
    array[start++] = floatColor(data.ring ?? "rgba(0,0,0,0)");
    array[start++] = index;
  }

  setUniforms(params, { gl, uniformLocations }) {
    gl.uniform1f(uniformLocations.u_correctionRatio, params.correctionRatio);
    gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
    gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
    gl.uniform4fv(uniformLocations.u_ground, colourOf(ground.colour));
  }
}
