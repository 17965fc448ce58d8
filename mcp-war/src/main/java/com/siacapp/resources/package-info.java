/**
 * Resources: what a client may read, each under its URI.
 *
 * <p>A resource is one method of a CDI bean with {@link com.siacapp.resources.entity.Resource @Resource} on it; a family of
 * them is one with {@link com.siacapp.resources.entity.ResourceTemplate @ResourceTemplate}.
 */
@NullMarked
package com.siacapp.resources;

import org.jspecify.annotations.NullMarked;
