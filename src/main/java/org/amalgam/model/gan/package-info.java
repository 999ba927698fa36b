/**
 * The adversarial network: a generator that answers a session with an embedding, and a
 * discriminator that tells such embeddings from items'; beside it a generator of rows for new items
 * from their content. DL4J trains them all.
 */
package org.amalgam.model.gan;
