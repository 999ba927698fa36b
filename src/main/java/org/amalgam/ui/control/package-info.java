/** Small parts that several screens use. */
package org.amalgam.ui.control;
