@NullMarked
package com.siacapp.console.entity;

import org.jspecify.annotations.NullMarked;
