/** The companies that share this installation. Every row of every other component belongs to exactly one of them. */
@NullMarked
package com.siacapp.tenants;

import org.jspecify.annotations.NullMarked;
