/** The PostgreSQL that comes along: started where no other is configured, with its data in one folder. */
@org.jspecify.annotations.NullMarked
package dev.groundswell.embedded;
