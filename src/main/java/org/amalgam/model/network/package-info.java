/**
 * What the three networks share: packed batches, embedding tables, sampled losses, products on
 * OpenBLAS, the trainer, and the kernel that scores all items for one query.
 */
package org.amalgam.model.network;
