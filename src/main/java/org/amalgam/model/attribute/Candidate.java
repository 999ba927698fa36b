package org.amalgam.model.attribute;

import java.util.List;

/**
 * A method with the setting that was best on validation.
 *
 * @param validation its guesses there
 */
record Candidate(Method method, double setting, FittedMethod fitted, List<Judged> validation) {

    long right() {
        return validation.stream().filter(Judged::right).count();
    }
}
