// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke.container;

/**
 * The images with a Java runtime that servers are put into: {@code -Dsmoke.baseImage} for the usual
 * one, {@code -Dsmoke.baseImage.8} and so on for each release, else public ones.
 */
public final class BaseImages {

  /** What tests run on that are not about the Java release. */
  public static final int USUAL = 17;

  private BaseImages() {}

  /** The image's name. */
  public static String of(int release) {
    String named = System.getProperty("smoke.baseImage." + release);
    if (named == null && release == USUAL) {
      named = System.getProperty("smoke.baseImage");
    }
    return named != null ? named : "eclipse-temurin:" + release + "-jre";
  }
}
