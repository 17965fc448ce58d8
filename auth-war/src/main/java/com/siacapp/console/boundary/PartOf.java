package com.siacapp.console.boundary;

import com.siacapp.pages.entity.Section;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The section whose people alone may call a resource. Everything under {@code /admin} carries it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface PartOf {

    Section[] value();
}
