/** Guesses brand, category and price band of items from all else that is known of them. */
package org.amalgam.model.attribute;
