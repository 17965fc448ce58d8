@NullMarked
package com.siacapp.observability.entity;

import org.jspecify.annotations.NullMarked;
