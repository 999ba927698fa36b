/** The data screen: loading logs, what cleaning did, and what is in the store. */
package org.amalgam.ui.data;
