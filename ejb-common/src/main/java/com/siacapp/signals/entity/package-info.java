@NullMarked
package com.siacapp.signals.entity;

import org.jspecify.annotations.NullMarked;
