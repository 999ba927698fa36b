/** The panel for training members. */
package org.amalgam.ui.training;
