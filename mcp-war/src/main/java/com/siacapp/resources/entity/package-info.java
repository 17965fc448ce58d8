@NullMarked
package com.siacapp.resources.entity;

import org.jspecify.annotations.NullMarked;
