package org.amalgam.simulate;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** The same words in English and Chinese. */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({"en", "zh"})
record Phrase(String en, String zh) {}
