package org.amalgam.ui;

/** How a person reaches what the eyes see. Everything is called by the words that are seen. */
interface Hand {

    /** Presses a button, once it can be pressed. */
    void press(String button);

    /** Goes to a screen of the rail. */
    void goTo(String screen);

    /** Chooses from a box of choices. */
    void choose(String box, String choice);

    /** Writes into a field, in place of what stands there. */
    void write(String field, String text);

    /** Takes an entry of the menu that opened below what was written. */
    void takeFromMenu(String entry);

    /** Takes a row of a list. */
    void takeFromList(String list, String row);

    /** Takes the latest change back. */
    void undo(String change);
}
