/**
 * From many members' scores to one score an item: normalisation, the weighted sum, and the weights,
 * set by hand or learned live. {@link org.amalgam.fusion.FusionMethods} lists what {@code --fusion}
 * may name.
 */
package org.amalgam.fusion;
