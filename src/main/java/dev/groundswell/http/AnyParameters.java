package dev.groundswell.http;

import static java.lang.annotation.ElementType.METHOD;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks an endpoint whose query parameters are the caller's to choose. */
@Target(METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AnyParameters {}
