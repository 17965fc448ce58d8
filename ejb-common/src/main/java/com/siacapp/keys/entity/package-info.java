@NullMarked
package com.siacapp.keys.entity;

import org.jspecify.annotations.NullMarked;
