/** Settings as validated records, with their defaults. */
package org.amalgam.config;
