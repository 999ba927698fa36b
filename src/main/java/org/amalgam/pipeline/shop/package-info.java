/**
 * What a merchandiser asks of a shop: who its shoppers are, what they did, and what they would be
 * shown now, and why.
 */
package org.amalgam.pipeline.shop;
