/** The models that rank the catalogue, one subpackage each, and {@link Members}, their one list. */
package org.amalgam.model;
