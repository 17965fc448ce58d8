@NullMarked
package com.siacapp.completions.entity;

import org.jspecify.annotations.NullMarked;
