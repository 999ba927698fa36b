/** A merchandiser's rules: writing them, seeing what they would do, and who changed them. */
package org.amalgam.ui.rules;
