/** A made-up workbench, so that the window can be tried without data, store or models. */
package org.amalgam.ui.fake;
