@NullMarked
package com.siacapp.tasks.entity;

import org.jspecify.annotations.NullMarked;
