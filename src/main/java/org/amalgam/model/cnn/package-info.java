/** The convolutional network: DL4J defines and stores it, an own kernel trains and serves it. */
package org.amalgam.model.cnn;
