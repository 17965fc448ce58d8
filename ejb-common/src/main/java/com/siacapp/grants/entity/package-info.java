@NullMarked
package com.siacapp.grants.entity;

import org.jspecify.annotations.NullMarked;
