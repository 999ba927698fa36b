/** Entry point and wiring. */
package org.amalgam.app;
