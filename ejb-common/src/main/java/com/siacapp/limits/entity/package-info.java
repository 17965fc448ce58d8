@NullMarked
package com.siacapp.limits.entity;

import org.jspecify.annotations.NullMarked;
