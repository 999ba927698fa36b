/** The catalogue screen: what is in the shop, what of it is shown, and to whom. */
package org.amalgam.ui.catalogue;
