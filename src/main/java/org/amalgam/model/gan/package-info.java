/**
 * The adversarial network: a generator that answers a session with an embedding, and a
 * discriminator that tells such embeddings from items'; DL4J trains both.
 */
package org.amalgam.model.gan;
