/** The Shoppers screen: who they are, what each would be shown now, why, and what if. */
package org.amalgam.ui.shoppers;
