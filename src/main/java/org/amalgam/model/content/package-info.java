/** What items are, as vectors: from titles in English and Chinese, brand, category and price. */
package org.amalgam.model.content;
