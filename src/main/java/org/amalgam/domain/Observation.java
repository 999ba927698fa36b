package org.amalgam.domain;

/** An event with what was known just before it: one example to learn from. */
public record Observation(FeatureWindow window, Event revealed) {}
