package org.amalgam.simulate;

/** What a visit is for, with the chances of how it goes on; the rest of 1 is wandering off. */
enum Intent {
    BROWSE(0.30, 0.12, 0.05, 6.0),
    COMPARE(0.42, 0.12, 0.14, 7.0),
    BUY(0.38, 0.14, 0.08, 4.5);

    final double successor;
    final double sameKind;
    final double back;
    final double meanSteps;

    Intent(double successor, double sameKind, double back, double meanSteps) {
        this.successor = successor;
        this.sameKind = sameKind;
        this.back = back;
        this.meanSteps = meanSteps;
    }
}
