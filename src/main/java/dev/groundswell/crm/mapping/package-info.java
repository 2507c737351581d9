/** What a payload means, as data: pure, without a database, a clock or a vendor's name. */
@org.jspecify.annotations.NullMarked
package dev.groundswell.crm.mapping;
